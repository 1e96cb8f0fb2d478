package web

import (
	"slices"
	"strings"
	"time"

	"kith/internal/web/parts"
)

// zones are those that people choose from: all that differ in Europe, and the
// larger ones elsewhere, from west to east.
var zones = []string{
	"Pacific/Honolulu", "America/Anchorage", "America/Los_Angeles", "America/Vancouver", "America/Denver", "America/Phoenix",
	"America/Mexico_City", "America/Chicago", "America/Bogota", "America/Lima", "America/New_York", "America/Toronto",
	"America/Santiago", "America/Halifax", "America/St_Johns", "America/Argentina/Buenos_Aires", "America/Sao_Paulo",
	"Atlantic/Azores", "Atlantic/Reykjavik", "Atlantic/Madeira", "Atlantic/Canary", "Europe/Dublin", "Europe/Lisbon", "Europe/London",
	"Africa/Casablanca", "Africa/Lagos", "Europe/Amsterdam", "Europe/Belgrade", "Europe/Berlin", "Europe/Bratislava", "Europe/Brussels",
	"Europe/Budapest", "Europe/Copenhagen", "Europe/Ljubljana", "Europe/Luxembourg", "Europe/Madrid", "Europe/Malta", "Europe/Oslo",
	"Europe/Paris", "Europe/Podgorica", "Europe/Prague", "Europe/Rome", "Europe/Sarajevo", "Europe/Skopje", "Europe/Stockholm",
	"Europe/Tirane", "Europe/Vienna", "Europe/Warsaw", "Europe/Zagreb", "Europe/Zurich", "Africa/Cairo", "Africa/Johannesburg",
	"Asia/Jerusalem", "Asia/Nicosia", "Europe/Athens", "Europe/Bucharest", "Europe/Chisinau", "Europe/Helsinki", "Europe/Kyiv",
	"Europe/Riga", "Europe/Sofia", "Europe/Tallinn", "Europe/Vilnius", "Africa/Nairobi", "Europe/Istanbul", "Europe/Minsk",
	"Europe/Moscow", "Asia/Tbilisi", "Asia/Yerevan", "Asia/Dubai", "Asia/Karachi", "Asia/Kolkata", "Asia/Dhaka", "Asia/Bangkok",
	"Asia/Jakarta", "Asia/Ho_Chi_Minh", "Asia/Hong_Kong", "Asia/Shanghai", "Asia/Singapore", "Asia/Manila", "Australia/Perth",
	"Asia/Seoul", "Asia/Tokyo", "Australia/Brisbane", "Australia/Sydney", "Pacific/Auckland", "UTC",
}

// zoneOptions are the zones with what the clock says there now, and whatever is
// chosen already.
func (v *visit) zoneOptions(chosen string) []parts.Option {
	names := zones
	if chosen != "" && !slices.Contains(names, chosen) {
		names = append(slices.Clone(names), chosen)
	}
	options := make([]parts.Option, 0, len(names))
	for _, name := range names {
		if zone, err := time.LoadLocation(name); err == nil {
			options = append(options, parts.Option{Value: name, Label: v.t("zone.option", "place", placeName(name), "at", v.now.In(zone).Format("15:04"))})
		}
	}
	return options
}

// placeName is how people write a zone: "Lisbon, Europe".
func placeName(zone string) string {
	area, place, ok := strings.Cut(strings.ReplaceAll(zone, "_", " "), "/")
	if !ok {
		return area
	}
	return place[strings.LastIndex(place, "/")+1:] + ", " + area
}
