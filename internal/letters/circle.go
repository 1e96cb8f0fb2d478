package letters

// circle tells somebody that a colleague asks them into their circle.
func circle(f Facts) Letter {
	return Letter{
		Subject: f.t("circle.subject"),
		Body:    []Block{f.hello(), f.para("circle.who"), f.para("circle.what"), f.para("circle.answer"), f.button("circle.button", "/circle")},
		Foot:    f.t("circle.foot"),
	}
}
