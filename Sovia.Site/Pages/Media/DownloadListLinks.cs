namespace Sovia.Pages.Media;

/// <summary>Links to the download lists of some missing files.</summary>
/// <param name="Scope">The URL parameters that select the posts; empty for all.</param>
/// <param name="Public">Number of files on public hosts; null if it was not counted.</param>
/// <param name="SignIn">Number of files that require sign-in; null if it was not counted.</param>
public sealed record DownloadListLinks(string Scope, long? Public = null, long? SignIn = null)
{
    /// <summary>Returns the label of the list for an access, with its count if that is known.</summary>
    public static string GetLabel(string access, long? count) =>
        count is { } number ? $"{access} ({MediaText.FormatNumber(number)})" : access;
}
