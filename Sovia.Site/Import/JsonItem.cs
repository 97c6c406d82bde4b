using System.Text.Json;

namespace Sovia.Import;

/// <summary>One thing found in a file: an item to normalise, or an issue in its stead.</summary>
/// <param name="Path">Where it stood, <c>$.posts[3]</c>.</param>
/// <param name="Element">The item; undefined where there is an issue.</param>
/// <param name="Issue">What was wrong with this stretch of the file.</param>
internal readonly record struct JsonItem(string Path, JsonElement Element, ImportIssue? Issue = null);
