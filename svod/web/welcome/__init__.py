"""The first start in the browser: the organisation, the campaign, the first administrator."""
