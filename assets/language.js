// Remembers the language in which a reader reads, and offers it again on the page above the languages. It never
// leads anyone anywhere by itself, and every page is complete without it.
(() => {
  const key = "bantin-language";
  const { language } = document.currentScript.dataset;
  try {
    if (language) {
      localStorage.setItem(key, language);
      return;
    }
    const chosen = localStorage.getItem(key);
    for (const offer of document.querySelectorAll("[data-offer]")) {
      offer.hidden = offer.dataset.offer !== chosen;
    }
  } catch {
    // A browser that keeps nothing: then there is nothing to offer.
  }
})();
