// Makes passing an article on a matter of one tap: copies the address or a message, opens the telephone's own list of
// apps, prints. Every link and field works without it.
(() => {
  const say = (control, text) => {
    const status = control.parentElement.querySelector("[role=status]");
    if (status) status.textContent = text;
  };

  // A page opened from a disk or without https has no clipboard: then the text is selected and copied the old way.
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const field = document.createElement("textarea");
      field.value = text;
      field.className = "unseen";
      document.body.append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      if (!done) throw new Error("this browser copies nothing");
    }
  };

  for (const link of document.querySelectorAll("a[data-address]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      copy(new URL(link.dataset.address, location.href).href).then(
        () => say(link, link.dataset.done),
        () => {
          location.href = link.href;
        },
      );
    });
  }

  for (const button of document.querySelectorAll("button[data-copies]")) {
    const field = document.getElementById(button.dataset.copies);
    button.hidden = false;
    button.addEventListener("click", () => {
      copy(field.value).then(
        () => say(button, button.dataset.done),
        () => field.select(),
      );
    });
  }

  for (const field of document.querySelectorAll("input[readonly], textarea[readonly]")) {
    field.addEventListener("focus", () => field.select());
  }

  for (const button of document.querySelectorAll(".app button")) {
    if (!navigator.share) continue;
    button.parentElement.hidden = false;
    button.addEventListener("click", () => {
      const { title, text, url } = button.dataset;
      // A reader who closes the list again has done nothing wrong.
      navigator.share({ title, text, url: new URL(url, location.href).href }).catch(() => {});
    });
  }

  for (const link of document.querySelectorAll("a.print")) {
    link.addEventListener("click", (event) => {
      if (link.pathname !== location.pathname) return;
      event.preventDefault();
      window.print();
    });
  }
  if (location.search === "?print") window.addEventListener("load", () => window.print());
})();
