namespace Sovia.Downloads.Fetching;

/// <summary>Stable codes of what can keep a file from coming home. Addresses and scripts rely on them: add, never rename.</summary>
public static class DownloadErrorCode
{
    /// <summary>404 or 410: the host no longer has it.</summary>
    public const string Gone = "gone";

    /// <summary>401, 403 or 451: the host does not hand it out.</summary>
    public const string Forbidden = "forbidden";

    /// <summary>429, again and again.</summary>
    public const string TooMany = "too-many";

    /// <summary>5xx, again and again.</summary>
    public const string ServerError = "server-error";

    /// <summary>Any other answer that brings no file.</summary>
    public const string Unexpected = "unexpected-answer";

    /// <summary>Something else came: a page, a picture instead of a clip.</summary>
    public const string WrongType = "wrong-type";

    /// <summary>Fewer bytes came than were announced, again and again, or other ones than were asked for.</summary>
    public const string WrongLength = "wrong-length";

    /// <summary>More bytes than any picture or clip has.</summary>
    public const string TooLarge = "too-large";

    /// <summary>The clip that stands for missing ones.</summary>
    public const string Placeholder = "placeholder";

    /// <summary>A redirect to where nothing is fetched from, or one that never ends.</summary>
    public const string Redirect = "redirect-refused";

    /// <summary>The host's name leads into a private network.</summary>
    public const string PrivateAddress = "private-address";

    /// <summary>No connection, or one that broke before the answer.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>Nothing came for too long.</summary>
    public const string Timeout = "timeout";

    /// <summary>Its place cannot be written.</summary>
    public const string Unwritable = "unwritable";

    /// <summary>No room is left. The run pauses; the file is not to blame.</summary>
    public const string DiskFull = "disk-full";
}
