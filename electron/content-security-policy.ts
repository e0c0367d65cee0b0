/** What the page may load. Both doors serve the same page; only the browser door lets it connect, to itself. */
export function buildContentSecurityPolicy(options: { mayConnectToSelf: boolean }): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${options.mayConnectToSelf ? "'self'" : "'none'"}`,
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    // No string becomes markup or script; `default` is the policy of renderer/app/trusted-types.ts.
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}
