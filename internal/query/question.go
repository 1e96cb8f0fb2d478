package query

import (
	"context"

	"kith/internal/kith"
	"kith/internal/store"
)

// Question is a question as the one reads it who was asked, with the referral
// that it is about.
type Question struct {
	kith.Question
	Referral Referral
}

// Question is one that the reader was asked.
func (d *Desk) Question(ctx context.Context, by Reader, id string) (view Question, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		q, err := tx.Question(ctx, id)
		if err != nil {
			return err
		}
		if q.Asked != by.Person {
			return kith.Refuse(kith.NotFound)
		}
		r, err := tx.Referral(ctx, q.Referral)
		if err != nil {
			return err
		}
		if view.Referral, err = d.seenReferral(ctx, tx, r, q.To); err != nil {
			return err
		}
		view.Question = q
		return nil
	})
	return view, err
}

// fillWords adds the questions and thanks that are between the reader and one of
// the others.
func (v *Referral) fillWords(ctx context.Context, tx *store.Tx, r kith.Referral) error {
	questions, err := tx.Questions(ctx, r.ID)
	if err != nil {
		return err
	}
	v.AskWhom, v.MayThank = r.MayAskWhom(v.Party), r.MayThank(v.Party)
	for _, q := range questions {
		if r.SeesQuestion(v.Party, q) {
			v.Questions = append(v.Questions, q)
		}
		if q.By == v.Party { // one each
			v.AskWhom = nil
		}
	}
	thanks, err := tx.Thanks(ctx, r.ID)
	for _, k := range thanks {
		if r.SeesThanks(v.Party, k) {
			v.Thanks = append(v.Thanks, k)
		}
		if k.By == v.Party {
			v.MayThank = kith.Refuse(kith.ThankedAlready)
		}
	}
	return err
}
