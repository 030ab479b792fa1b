// Shows the OpenAPI document. A file of its own, because the page's policy allows no script inside it.
const place = document.getElementById("operations");
SwaggerUIBundle({
  url: place.dataset.schema,
  domNode: place,
  deepLinking: false, // the page's anchors name problems
  validatorUrl: null, // no other host is asked
});
