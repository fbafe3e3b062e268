// Pages are complete without this: it keeps an open page fresh, and what is typed until it is sent.
import 'htmx.org';
import * as drafts from './drafts.js';
import * as live from './live.js';

drafts.start();
live.start();
document.getElementById('faults')?.focus();
