package mailtest

import (
	"crypto/tls"
	"net"
	"sync"
)

// door is one time of listening, with the connections that came in by it.
type door struct {
	net.Listener
	server *Server
	closed chan struct{} // when nobody is served any more

	mu   sync.Mutex
	away bool // it is shut
	open map[net.Conn]bool
}

func (d *door) serve() {
	defer close(d.closed)
	var l net.Listener = d
	if d.server.implicit {
		l = tls.NewListener(d, d.server.smtp.TLSConfig)
	}
	_ = d.server.smtp.Serve(l) // ends with an error when the door is shut
}

// Accept counts and keeps the connection.
func (d *door) Accept() (net.Conn, error) {
	c, err := d.Listener.Accept()
	if err != nil {
		return nil, err
	}
	d.server.mu.Lock()
	d.server.opened++
	n := d.server.opened
	d.server.mu.Unlock()
	return d.keep(&numbered{Conn: c, n: n}), nil
}

func (d *door) keep(c net.Conn) net.Conn {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.open[c] = true
	if d.away {
		_ = c.Close()
	}
	return c
}

func (d *door) shut() {
	_ = d.Close()
	d.mu.Lock()
	d.away = true
	for c := range d.open {
		_ = c.Close()
	}
	d.mu.Unlock()
	<-d.closed
}

// numbered is a connection that knows its number.
type numbered struct {
	net.Conn
	n int
}
