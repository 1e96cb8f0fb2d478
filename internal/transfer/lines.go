package transfer

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
)

// longestLine is how long a line may be, without its end.
const longestLine = 1 << 20

// eachLine gives every line, without its end and without the mark that some
// programs put at the front of a file. A line that is too long is given as nil.
func eachLine(r io.Reader, take func(number int, line []byte)) error {
	in := bufio.NewReaderSize(r, 64<<10)
	for number := 1; ; number++ {
		line, err := oneLine(in)
		if number == 1 {
			line = bytes.TrimPrefix(line, []byte("\ufeff"))
		}
		if line == nil || len(bytes.TrimSpace(line)) > 0 {
			take(number, line)
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func oneLine(in *bufio.Reader) ([]byte, error) {
	line, long := []byte{}, false
	for {
		part, err := in.ReadSlice('\n')
		if long = long || len(line)+len(bytes.TrimRight(part, "\r\n")) > longestLine; !long {
			line = append(line, part...)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if long {
			return nil, err
		}
		return bytes.TrimRight(line, "\r\n"), err
	}
}

type field struct {
	name string
	raw  json.RawMessage
}

// object takes a JSON object apart, in order, doubles too.
func object(raw []byte) (fields []field, problem string) {
	in := json.NewDecoder(bytes.NewReader(raw))
	if open, err := in.Token(); err != nil || open != json.Delim('{') {
		return nil, "import_not_json"
	}
	for in.More() {
		name, err := in.Token()
		if err != nil {
			return nil, "import_not_json"
		}
		f := field{name: name.(string)}
		if err := in.Decode(&f.raw); err != nil {
			return nil, "import_not_json"
		}
		fields = append(fields, f)
	}
	if _, err := in.Token(); err != nil {
		return nil, "import_not_json"
	}
	if _, err := in.Token(); !errors.Is(err, io.EOF) {
		return nil, "import_not_json"
	}
	return fields, ""
}
