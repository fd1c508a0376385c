// The validator badge would ask a server elsewhere, so it is switched off.
SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#interface",
  presets: [SwaggerUIBundle.presets.apis],
  deepLinking: true,
  validatorUrl: null,
});
