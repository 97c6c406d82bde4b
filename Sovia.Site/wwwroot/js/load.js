/**
 * Returns a function that imports a module once. Forgets a failed import, so that the next use retries. All uses share a promise, because
 * browsers settle several imports of a module in any order.
 */
export function loadOnce(load) {
  let loading = null;
  return () => loading ??= load().catch(error => {
    loading = null;
    throw error;
  });
}
