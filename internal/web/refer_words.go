package web

import (
	"kith/internal/act"
	"kith/internal/kith"
	"kith/internal/web/parts"
)

// referWords is the third question: why them?
func referWords(v *visit) error {
	i, err := v.readInvitation()
	if err != nil {
		return err
	}
	return v.referWordsPage(v.fresh(map[string]string{"note": i.Draft.Note, "hand_over": i.Draft.HandOver}))
}

// writeWords keeps the answer.
func writeWords(v *visit) error {
	s := v.typed()
	note, handOver := s.Value("note"), s.Value("hand_over")
	if s.took(act.CheckWords(act.Words{Vouch: kith.Vouches[0], Note: kith.Clean(note), HandOver: kith.Clean(handOver)}, "").Err()) {
		return v.referWordsPage(s)
	}
	err := v.site.House.Draft(v.r.Context(), v.by(), v.path("id"), act.Answers{Note: &note, HandOver: &handOver})
	switch {
	case s.took(err):
		return v.referWordsPage(s)
	case err != nil:
		return err
	}
	return v.toNext()
}

func (v *visit) referWordsPage(s *sheet) error {
	r, err := v.referring(s)
	if err != nil {
		return err
	}
	if r.MayRefer == nil && r.Who.Name == "" {
		return v.goTo(r.path(""), v.t("refer.first"))
	}
	return v.showAs(s.status(), referWordsPage(r))
}

// noteField holds what the client reads at a yes.
func (s *sheet) noteField(client, colleague string) parts.FieldProps {
	return parts.FieldProps{
		Name: "note", Label: s.v.t("refer.words.note", "client", client), Error: s.Error("note"), Value: s.Value("note"), Rows: 7,
		Hint: s.v.t("refer.words.note_hint", "client", client, "colleague", colleague, "max", kith.NoteMax),
	}
}

// handOverField holds what only the colleague reads.
func (s *sheet) handOverField(client, colleague string) parts.FieldProps {
	return parts.FieldProps{
		Name: "hand_over", Label: s.v.t("refer.words.hand_over", "colleague", colleague), Optional: s.v.t("form.optional"), Rows: 4,
		Hint: s.v.t("refer.words.hand_over_hint", "client", client, "colleague", colleague), Error: s.Error("hand_over"), Value: s.Value("hand_over"),
	}
}
