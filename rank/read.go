package rank

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
)

// ReadWeights reads weights as JSON. Every line has to be there, none may be
// below 0 or above 10,000, and names that don't exist are told.
func ReadWeights(in io.Reader) (w Weights, err error) {
	d := json.NewDecoder(in)
	d.DisallowUnknownFields()
	if err := d.Decode(&w); err != nil {
		return w, fmt.Errorf("weights: %w", err)
	}
	return w, w.Check()
}

// Check says what is wrong with weights.
func (w Weights) Check() error {
	for _, set := range []struct {
		name  string
		lines Lines
	}{{"refer", w.Refer}, {"other", w.Other}} {
		for _, l := range All {
			n, is := set.lines[l.Key]
			if _, known := Defaults().Refer[l.Key]; !is && known && !(set.name == "other" && l.Part == 'K') {
				return fmt.Errorf("weights: %s has no %s", set.name, l.Key)
			}
			if n < 0 || n > 10_000 {
				return fmt.Errorf("weights: %s %s is %d: it can be 0 to 10000", set.name, l.Key, n)
			}
		}
		if len(set.lines) > nLines {
			return fmt.Errorf("weights: %s has lines that don't exist", set.name)
		}
	}
	for _, n := range []int{w.NewcomerOf, w.NewcomerDone, w.Cap, w.Slots, w.JobLoad, w.JobSlots, w.PriorWeight, w.Spread} {
		if n < 0 || n > 1_000_000 {
			return fmt.Errorf("weights: %d is not between 0 and 1000000", n)
		}
	}
	if w.PriorMean < 1 || w.PriorMean > 999 {
		return fmt.Errorf("weights: prior_mean is %d: it can be 1 to 999", w.PriorMean)
	}
	return nil
}

// Keys are the names of the lines, sorted.
func Keys() []string {
	var keys []string
	for _, l := range All {
		keys = append(keys, l.Key)
	}
	return slices.Sorted(slices.Values(keys))
}
