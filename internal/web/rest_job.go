package web

// pauseJob lets the client's job rest, resumeJob lets it go on.
func pauseJob(v *visit) error {
	if err := v.site.House.PauseJob(v.r.Context(), v.by(), v.path("id")); err != nil {
		return err
	}
	return v.goTo("/jobs/"+v.path("id"), v.t("job.paused"))
}

func resumeJob(v *visit) error {
	if err := v.site.House.ResumeJob(v.r.Context(), v.by(), v.path("id")); err != nil {
		return err
	}
	return v.goTo("/jobs/"+v.path("id"), v.t("job.went_on"))
}
