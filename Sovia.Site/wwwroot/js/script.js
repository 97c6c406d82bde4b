// Tells the styles that scripts run: controls that only a script can carry out appear.
document.documentElement.dataset.script = "on";
