namespace Sovia.Downloads.Fetching;

/// <summary>The reason why a file could not be downloaded.</summary>
internal sealed class DownloadException(string code, string reason, bool mayPass = false, Exception? inner = null)
    : Exception(reason, inner)
{
    /// <summary>One of <see cref="DownloadErrorCode"/>.</summary>
    public string Code => code;

    /// <summary>Whether an immediate retry may help.</summary>
    public bool IsTransient => mayPass;
}
