// What the server serves as `vendor/htm-preact.js`: htm's own build of itself with preact.
export { Component, html, render, useEffect, useLayoutEffect, useRef, useState } from 'htm/preact'
