namespace Sovia.Import;

/// <summary>Stable codes of import issues. Scripts and users' notes rely on them: add codes, never rename them.</summary>
public static class IssueCode
{
    /// <summary>The file is empty, or well-formed without posts.</summary>
    public const string Empty = "E_EMPTY";

    /// <summary>The file is not JSON.</summary>
    public const string NotJson = "E_NOT_JSON";

    /// <summary>The file ends or becomes unreadable in the middle; the part before was imported.</summary>
    public const string Truncated = "E_TRUNCATED";

    /// <summary>The file is well-formed, but has no posts where known exports have them.</summary>
    public const string UnknownShape = "E_UNKNOWN_SHAPE";

    /// <summary>The file could not be opened or read.</summary>
    public const string Unreadable = "E_UNREADABLE";

    /// <summary>The item is larger than any real item.</summary>
    public const string TooLarge = "E_TOO_LARGE";

    /// <summary>The item is nested deeper than any real family.</summary>
    public const string Depth = "E_DEPTH";

    /// <summary>The file is a web page instead of data: a bot check or a sign-in page.</summary>
    public const string HtmlChallenge = "E_HTML_CHALLENGE";

    /// <summary>The file is a saved API error response and contains no data.</summary>
    public const string ApiError = "E_API_ERROR";

    /// <summary>The archive has members that point outside it or hide one another, or it unpacks to an excessive size.</summary>
    public const string ZipUnsafe = "E_ZIP_UNSAFE";

    /// <summary>The archive, or members of it, are protected by a password.</summary>
    public const string ZipEncrypted = "E_ZIP_ENCRYPTED";

    /// <summary>The account export lacks the file that lists its posts.</summary>
    public const string ZipNoBackend = "E_ZIP_NO_BACKEND";

    /// <summary>The archive contains more than one account export.</summary>
    public const string ZipAmbiguous = "E_ZIP_AMBIGUOUS";

    /// <summary>The file is about sign-ins or payments; it is never opened.</summary>
    public const string SensitiveFile = "E_SENSITIVE_FILE";

    /// <summary>The item has no id, neither as a property nor in a URL.</summary>
    public const string NoId = "E_ITEM_NO_ID";

    /// <summary>A URL is not HTTPS or not on one of Grok's hosts; the item was imported without it.</summary>
    public const string BadUrl = "E_ITEM_BAD_URL";

    /// <summary>The database rejected the item, with a reason; the rest of the file was imported.</summary>
    public const string Refused = "E_ITEM_REFUSED";

    /// <summary>An image, video or sound in an archive is damaged; it was skipped, and the rest was imported.</summary>
    public const string MediaDamaged = "E_MEDIA_DAMAGED";

    /// <summary>A text, number or list is larger than any real one; it was truncated or skipped, and the raw source keeps it.</summary>
    public const string OutOfBounds = "W_OUT_OF_BOUNDS";

    /// <summary>Two sources contradict each other; the newer one is shown, both are kept.</summary>
    public const string Conflict = "W_CONFLICT";

    /// <summary>A post names a parent that no source has provided yet.</summary>
    public const string ParentMissing = "W_PARENT_MISSING";

    /// <summary>A post is nested in one post and names another as its parent; the named one wins.</summary>
    public const string ParentMismatch = "W_PARENT_MISMATCH";

    /// <summary>A post would be its own ancestor; the link was dropped.</summary>
    public const string Cycle = "W_CYCLE";

    /// <summary>The media type is unknown to this version.</summary>
    public const string UnknownEnum = "W_UNKNOWN_ENUM";

    /// <summary>A time cannot be parsed; the post has none.</summary>
    public const string TimeInvalid = "W_TIME_INVALID";

    /// <summary>Text that PostgreSQL cannot store was repaired; the raw source keeps it.</summary>
    public const string ControlCharacters = "W_CTRL_CHARS";

    /// <summary>A prompt began with an image URL or ended with a command-line switch of Grok; it is shown without.</summary>
    public const string PromptUrlStripped = "W_PROMPT_URL_STRIPPED";

    /// <summary>A text, page or list contains more ids than became posts; the issue states both numbers.</summary>
    public const string EntriesIgnored = "W_PASSED_BY";

    /// <summary>A property has an unknown format; the post was imported without it.</summary>
    public const string UnknownFormat = "W_UNKNOWN_FIELD";

    /// <summary>Posts were extracted from a file of unknown format.</summary>
    public const string Heuristic = "W_HEURISTIC";

    /// <summary>Responses in a HAR file have no content.</summary>
    public const string HarNoBody = "W_HAR_NO_BODY";

    /// <summary>A HAR file contains a page of the public feed; other people's posts are not imported unasked.</summary>
    public const string HarPublicFeed = "W_HAR_PUBLIC_FEED";

    /// <summary>A HAR file contains sign-in data; none of it was kept.</summary>
    public const string HarSecrets = "W_HAR_SECRETS";

    /// <summary>An account export contains no lineage, likes or URLs.</summary>
    public const string ExportFlat = "W_EXPORT_FLAT";

    /// <summary>A stock asset that Grok copies into every account; skipped.</summary>
    public const string StockAsset = "W_STOCK_ASSET";

    /// <summary>A deleted asset; skipped.</summary>
    public const string Deleted = "W_DELETED";

    /// <summary>A file in an archive that is neither an export nor media; skipped.</summary>
    public const string FileSkipped = "W_FILE_SKIPPED";

    /// <summary>True for codes that concern a whole file rather than one item in it.</summary>
    public static bool IsFileLevel(string code) => code is Empty or NotJson or Truncated or UnknownShape or Unreadable or TooLarge
        or HtmlChallenge or ApiError or ZipUnsafe or ZipEncrypted or ZipNoBackend or ZipAmbiguous or SensitiveFile or FileSkipped
        or EntriesIgnored or HarNoBody or HarPublicFeed or HarSecrets;
}
