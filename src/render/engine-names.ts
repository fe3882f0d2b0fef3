// What nunjucks brings along by name. Written down, so that templates that are known to be right can be drawn without
// loading it; a test holds the two equal.

export const filterNames: readonly string[] =
  "abs batch capitalize center d default dictsort dump e escape first float forceescape groupby indent int join last length list lower nl2br random reject rejectattr replace reverse round safe select selectattr slice sort string striptags sum title trim truncate upper urlencode urlize wordcount".split(
    " ",
  );

export const testNames: readonly string[] =
  "callable defined divisibleby eq equalto escaped even falsy ge greaterthan gt iterable le lessthan lower lt mapping ne null number odd sameas string truthy undefined upper".split(
    " ",
  );
