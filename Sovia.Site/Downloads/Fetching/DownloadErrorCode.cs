namespace Sovia.Downloads.Fetching;

/// <summary>Stable codes for download errors. URLs and scripts depend on them, so add codes but never rename one.</summary>
public static class DownloadErrorCode
{
    /// <summary>404 or 410: the host no longer has the file.</summary>
    public const string Gone = "gone";

    /// <summary>401, 403 or 451: the host refuses access.</summary>
    public const string Forbidden = "forbidden";

    /// <summary>429, even after retries.</summary>
    public const string TooMany = "too-many";

    /// <summary>5xx, even after retries.</summary>
    public const string ServerError = "server-error";

    /// <summary>Any other response without a file.</summary>
    public const string Unexpected = "unexpected-answer";

    /// <summary>The content has another type: an HTML page, or an image instead of a video.</summary>
    public const string WrongType = "wrong-type";

    /// <summary>The body was shorter than announced even after retries, or was another range than requested.</summary>
    public const string WrongLength = "wrong-length";

    /// <summary>The file is larger than any plausible image or video.</summary>
    public const string TooLarge = "too-large";

    /// <summary>The content is the placeholder video that the host returns for missing files.</summary>
    public const string Placeholder = "placeholder";

    /// <summary>A redirect to a URL that Sovia does not download from, or a redirect loop.</summary>
    public const string Redirect = "redirect-refused";

    /// <summary>The host name resolves to a private network.</summary>
    public const string PrivateAddress = "private-address";

    /// <summary>The connection failed, or broke before the response.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>The host sent nothing for too long.</summary>
    public const string Timeout = "timeout";

    /// <summary>The target path cannot be written.</summary>
    public const string Unwritable = "unwritable";

    /// <summary>The disk is full. The run pauses, and the file is not counted as failed.</summary>
    public const string DiskFull = "disk-full";
}
