// Conveniences that no page needs: one click sends once, a link can be copied.
"use strict";

document.addEventListener("submit", (e) => {
  const form = e.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) return e.preventDefault();
  form.dataset.sent = "1";
  form.setAttribute("aria-busy", "true");
});

// Going back brings a page from memory, with its forms still marked as sent.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("[data-sent]")) {
    delete form.dataset.sent;
    form.removeAttribute("aria-busy");
  }
});

for (const button of navigator.clipboard ? document.querySelectorAll("[data-copy]") : []) {
  const words = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
    button.textContent = button.nextElementSibling.textContent = button.dataset.copied;
    setTimeout(() => {
      button.textContent = words;
      button.nextElementSibling.textContent = "";
    }, 3000);
  });
}
