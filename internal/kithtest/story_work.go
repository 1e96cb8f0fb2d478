package kithtest

import (
	"context"
	"fmt"
	"strconv"

	"kith/internal/act"
	"kith/internal/kith"
)

// The work of a hire, and what both say of it.
var workSteps = []row{
	says(`NAME finish(?:es)? the work with NAME`, onWork((*act.House).FinishWork)),
	says(`NAME stops? the work with NAME`, onWork((*act.House).StopWork)),
	says(`NAME rates? NAME: (\d), (yes|no) again`, func(s *story, w []string) error {
		rating, err := strconv.Atoi(w[2])
		if err != nil {
			return err
		}
		return s.House.SayOutcome(s.Ctx, s.as(w[0]), s.work(w[0], w[1]), kith.Outcome{Rating: rating, Again: kith.Again(w[3])})
	}),
}

var workChecks = []row{
	says(`NAME reads of the work with NAME: NAME (\d|nothing)`, readsOfWork),
	says(`of NAME's work (\d+) is known, (\d+) of (\d+) again`, record),
}

// work is the proposal that one of two was hired by the other for.
func (s *story) work(one, other string) string {
	if id, ok := s.proposals[part{s.job, other}]; ok {
		return id
	}
	return s.proposals[part{s.job, one}]
}

func onWork(do func(h *act.House, ctx context.Context, by act.By, proposal string) error) func(s *story, w []string) error {
	return func(s *story, w []string) error { return do(s.House, s.Ctx, s.as(w[0]), s.work(w[0], w[1])) }
}

// readsOfWork: what somebody reads that one of the two said.
func readsOfWork(s *story, w []string) error {
	p, err := s.Desk.Proposal(s.Ctx, s.Reader(s.id(w[0])), s.work(w[0], w[1]))
	if err != nil {
		return err
	}
	by := p.Work.By(p.PartyOf(s.id(w[2])))
	got := strconv.Itoa(by.Rating)
	if !by.Given() {
		got = "nothing"
	}
	if got != w[3] {
		return fmt.Errorf("they read %s", got)
	}
	return nil
}

func record(s *story, w []string) error {
	r, _, err := s.Desk.Records(s.Ctx, s.Reader(s.id("Somebody")), s.id(w[0]))
	if got := fmt.Sprint(r.Finished, r.Again, r.Asked); got != w[1]+" "+w[2]+" "+w[3] {
		return fmt.Errorf("it is %s: %v", got, err)
	}
	return err
}
