namespace Sovia.Downloads.Fetching;

/// <summary>Why a file did not come home.</summary>
internal sealed class DownloadException(string code, string reason, bool mayPass = false, Exception? inner = null)
    : Exception(reason, inner)
{
    /// <summary>One of <see cref="DownloadErrorCode"/>.</summary>
    public string Code => code;

    /// <summary>Whether trying again at once may help.</summary>
    public bool IsTransient => mayPass;
}
