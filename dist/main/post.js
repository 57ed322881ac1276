if (process.env['STATE_started-at-ms'] !== undefined) require('./index.js');
