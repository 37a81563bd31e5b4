var pcf_tools_1 = {
  Rating: class {
    updateView(context) { context.webAPI.retrieveRecord("contoso_visit", this.id); }
  },
};
