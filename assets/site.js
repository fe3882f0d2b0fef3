// What a page can do better with a script; every page is complete without it. It remembers the language in which a
// reader reads and offers it again on the page above the languages, copies addresses and messages, opens the device's
// own list of apps, prints, brings the present section into view, and shows photos large. It never leads anyone
// anywhere by itself.
(() => {
  const key = "bantin-language";
  const { language } = document.currentScript.dataset;
  try {
    if (language) localStorage.setItem(key, language);
    else {
      const chosen = localStorage.getItem(key);
      for (const offer of document.querySelectorAll("[data-offer]")) {
        offer.hidden = offer.dataset.offer !== chosen;
      }
    }
  } catch {
    // A browser that keeps nothing: then there is nothing to offer.
  }

  const all = (name) => document.querySelectorAll(`[data-${name}]`);

  // A page without https has no clipboard: then the text is selected and copied the old way.
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

  const copyOnClick = (control, textOf, otherwise) => {
    const label = control.querySelector(".label");
    const word = label.textContent;
    const done = () => {
      label.textContent = control.dataset.done;
      setTimeout(() => {
        label.textContent = word;
      }, 3000);
      control.focus();
    };
    control.addEventListener("click", (event) => {
      event.preventDefault();
      copy(textOf()).then(done, otherwise);
    });
  };

  for (const link of all("address")) {
    const go = () => {
      location.href = link.href;
    };
    copyOnClick(link, () => new URL(link.dataset.address, location.href).href, go);
  }

  for (const button of all("copies")) {
    const field = document.getElementById(button.dataset.copies);
    button.hidden = false;
    copyOnClick(
      button,
      () => field.value,
      () => field.select(),
    );
    field.addEventListener("focus", () => field.select());
  }

  for (const button of all("share")) {
    if (!navigator.share) continue;
    button.parentElement.hidden = false;
    button.addEventListener("click", () => {
      const { title, text, url } = button.dataset;
      // A reader who closes the list has not failed.
      navigator.share({ title, text, url: new URL(url, location.href).href }).catch(() => {});
    });
  }

  // From another page the link leads to the article, which then prints itself.
  for (const link of document.querySelectorAll("[data-channel=print], [data-print]")) {
    link.addEventListener("click", (event) => {
      if (link.pathname !== location.pathname) return;
      event.preventDefault();
      print();
    });
  }
  if (location.search === "?print") addEventListener("load", () => print());

  const bar = document.querySelector(".sections ul");
  const present = bar?.querySelector("[aria-current]");
  if (present) bar.scrollLeft = present.offsetLeft - (bar.clientWidth - present.offsetWidth) / 2;

  // A photo opens above the page, with the others of the page a step away.
  const stage = document.querySelector(".lightbox");
  const photos = [...document.querySelectorAll("a.enlarge")];
  if (stage?.showModal && photos.length > 0) {
    const image = document.createElement("img");
    const caption = document.createElement("p");
    caption.className = "caption";
    caption.setAttribute("aria-live", "polite");
    const steps = document.createElement("div");
    steps.className = "steps";
    let shown = 0;
    const show = (index) => {
      shown = (index + photos.length) % photos.length;
      const photo = photos[shown];
      const words = photo.closest("figure:has(> figcaption)")?.querySelector(":scope > figcaption");
      image.src = photo.href;
      image.alt = photo.querySelector("img").alt;
      caption.textContent = [
        photos.length > 1 ? `${shown + 1}/${photos.length}` : "",
        words?.textContent.trim(),
      ]
        .filter(Boolean)
        .join(" · ");
    };
    const addButton = (name, act, focus = false) => {
      const button = document.createElement("button");
      button.type = "button";
      button.autofocus = focus;
      button.className = name;
      button.textContent = stage.dataset[name];
      button.addEventListener("click", act);
      steps.append(button);
    };
    if (photos.length > 1) {
      addButton("previous", () => show(shown - 1));
      addButton("next", () => show(shown + 1));
    }
    addButton("close", () => stage.close(), true);
    stage.append(steps, image, caption);
    image.addEventListener("click", () => stage.close());
    stage.addEventListener("keydown", ({ key: pressed }) => {
      if (pressed === "ArrowLeft") show(shown - 1);
      if (pressed === "ArrowRight") show(shown + 1);
    });
    for (const [index, photo] of photos.entries()) {
      photo.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        show(index);
        stage.showModal();
      });
    }
  }
})();
