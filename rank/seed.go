package rank

// aliases are other names of a skill, known from the first day.
var aliases = map[string]string{
	"js": "javascript", "ts": "typescript", "golang": "go", "node": "node.js", "nodejs": "node.js",
	"postgres": "postgresql", "k8s": "kubernetes", "reactjs": "react", "react.js": "react", "vuejs": "vue", "vue.js": "vue",
	"py": "python", "ui": "ui design", "ux": "ux design", "ms excel": "excel", "copy writing": "copywriting",
}

// kin are skills that help with each other, and how much, in thousandths. They
// count until the installation's own jobs and profiles say more.
var kin = []struct {
	a, b string
	m    int
}{
	{"javascript", "typescript", 700},
	{"react", "javascript", 600},
	{"vue", "javascript", 600},
	{"node.js", "javascript", 600},
	{"html", "css", 650},
	{"ui design", "ux design", 650},
	{"figma", "ui design", 550},
	{"sketch", "figma", 500},
	{"postgresql", "sql", 650},
	{"mysql", "sql", 650},
	{"sqlite", "sql", 600},
	{"django", "python", 600},
	{"flask", "python", 550},
	{"kubernetes", "docker", 600},
	{"copywriting", "editing", 450},
	{"translation", "editing", 400},
	{"illustration", "graphic design", 500},
	{"logo design", "graphic design", 600},
	{"photography", "photo editing", 550},
	{"seo", "content marketing", 450},
}
