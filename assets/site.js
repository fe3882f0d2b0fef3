// What a page can do better with a script; every page is complete without it. It remembers the language in which a
// reader reads and offers it again on the page above the languages, copies an address, opens the device's own list of
// ways to share, prints, brings the present section into view, and shows photos large. It never leads anyone anywhere by itself.
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
  const address = () => document.querySelector("link[rel=canonical]")?.href ?? location.href.split("#")[0];
  const heading = () =>
    (document.querySelector("[data-title]") ?? document.querySelector("h1")).textContent.trim();

  if (navigator.clipboard) {
    for (const element of all("copy")) {
      element.hidden = false;
      element.addEventListener("click", (event) => {
        event.preventDefault();
        const field = document.getElementById(element.dataset.copy);
        const label = element.querySelector(".label");
        const word = label.textContent;
        const done = () => {
          label.textContent = element.dataset.done;
          setTimeout(() => {
            label.textContent = word;
          }, 3000);
        };
        navigator.clipboard.writeText(field?.value ?? address()).then(done, () => {
          if (field) field.select();
          else if (element.href) location.href = element.href;
        });
      });
    }
  }

  if (navigator.share) {
    for (const element of all("share")) {
      element.hidden = false;
      element.addEventListener("click", () => {
        // A reader who closes the list has not failed.
        navigator.share({ title: heading(), url: address() }).catch(() => {});
      });
    }
  }

  for (const element of all("print")) {
    element.hidden = false;
    element.addEventListener("click", () => print());
  }

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
