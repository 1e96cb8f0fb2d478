// Package assets carries the style sheet, the script and the mark inside the
// binary. Each is served under an address that holds a hash of its bytes, so
// that browsers may keep it for ever and still never see a stale one.
package assets

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"path"
	"strings"
)

// Prefix is the folder under which the handler wants to be mounted.
const Prefix = "/assets/"

//go:embed kith.css kith.js mark.svg
var files embed.FS

// types are the files we serve and what they are.
var types = map[string]string{
	"kith.css": "text/css; charset=utf-8",
	"kith.js":  "text/javascript; charset=utf-8",
	"mark.svg": "image/svg+xml",
}

// asset is one file, ready to be sent.
type asset struct {
	url    string
	kind   string
	hash   string
	plain  []byte
	zipped []byte
}

// byName and byURL hold the same assets; both are filled once, at start.
var byName, byURL = load()

// URL is the address of an asset: URL("kith.css") is
// "/assets/kith.0123456789ab.css". Asking for one that isn't there is a
// mistake in the program, so it panics.
func URL(name string) string {
	a, ok := byName[name]
	if !ok {
		panic("assets: there is no " + name)
	}
	return a.url
}

func load() (names, urls map[string]asset) {
	names, urls = map[string]asset{}, map[string]asset{}
	for name, kind := range types {
		plain, err := files.ReadFile(name)
		if err != nil {
			panic(fmt.Errorf("assets: %w", err))
		}
		a := prepare(name, kind, plain)
		names[name], urls[a.url] = a, a
	}
	return names, urls
}

func prepare(name, kind string, plain []byte) asset {
	sum := sha256.Sum256(plain)
	hash := hex.EncodeToString(sum[:6])
	ext := path.Ext(name)
	return asset{
		url:    Prefix + strings.TrimSuffix(name, ext) + "." + hash + ext,
		kind:   kind,
		hash:   hash,
		plain:  plain,
		zipped: zip(plain),
	}
}

// zip writes to memory, where nothing fails.
func zip(plain []byte) []byte {
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
	_, _ = w.Write(plain)
	_ = w.Close()
	return b.Bytes()
}
