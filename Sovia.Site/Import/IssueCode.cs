namespace Sovia.Import;

/// <summary>Stable codes of what can go wrong. Scripts and users' notes rely on them: add, never rename.</summary>
public static class IssueCode
{
    /// <summary>No bytes, or no posts in a well-formed file.</summary>
    public const string Empty = "E_EMPTY";

    /// <summary>The file is not JSON from its first byte on.</summary>
    public const string NotJson = "E_NOT_JSON";

    /// <summary>The file ends, or turns unreadable, in the middle; what came before went in.</summary>
    public const string Truncated = "E_TRUNCATED";

    /// <summary>Well-formed, but no posts where any known export has them.</summary>
    public const string UnknownShape = "E_UNKNOWN_SHAPE";

    /// <summary>The file could not be opened or read.</summary>
    public const string Unreadable = "E_UNREADABLE";

    /// <summary>Larger than any real item.</summary>
    public const string TooLarge = "E_TOO_LARGE";

    /// <summary>Nested deeper than any real family.</summary>
    public const string Depth = "E_DEPTH";

    /// <summary>A web page instead of data: a bot check or a log-in.</summary>
    public const string HtmlChallenge = "E_HTML_CHALLENGE";

    /// <summary>The answer to a refused request was saved; it holds no data.</summary>
    public const string ApiError = "E_API_ERROR";

    /// <summary>An archive with members that point outside it, hide one another, or unpack beyond all measure.</summary>
    public const string ZipUnsafe = "E_ZIP_UNSAFE";

    /// <summary>An archive, or members of it, locked with a password.</summary>
    public const string ZipEncrypted = "E_ZIP_ENCRYPTED";

    /// <summary>An account export without the file that lists its posts.</summary>
    public const string ZipNoBackend = "E_ZIP_NO_BACKEND";

    /// <summary>An archive that holds more than one account export.</summary>
    public const string ZipAmbiguous = "E_ZIP_AMBIGUOUS";

    /// <summary>A file about log-ins or payments; it is never opened.</summary>
    public const string SensitiveFile = "E_SENSITIVE_FILE";

    /// <summary>No id in the item nor in any of its addresses.</summary>
    public const string NoId = "E_ITEM_NO_ID";

    /// <summary>An address that is not https or not the maker's; the item went in without it.</summary>
    public const string BadUrl = "E_ITEM_BAD_URL";

    /// <summary>The database does not take the item, for a reason that it gives; the rest of its file went in.</summary>
    public const string Refused = "E_ITEM_REFUSED";

    /// <summary>A picture, clip or sound is damaged where it lies in an archive; it was left out, and the rest went in.</summary>
    public const string MediaDamaged = "E_MEDIA_DAMAGED";

    /// <summary>A text, a number or a list beyond anything real; cut or left out, and kept in the raw source.</summary>
    public const string OutOfBounds = "W_OUT_OF_BOUNDS";

    /// <summary>Two sources state different facts; the newer is shown, both are kept.</summary>
    public const string Conflict = "W_CONFLICT";

    /// <summary>A post names a parent that no source has shown yet.</summary>
    public const string ParentMissing = "W_PARENT_MISSING";

    /// <summary>A post stands under one post and names another as its parent; the named one counts.</summary>
    public const string ParentMismatch = "W_PARENT_MISMATCH";

    /// <summary>A post would be its own ancestor; that link was dropped.</summary>
    public const string Cycle = "W_CYCLE";

    /// <summary>A kind of media this version does not know.</summary>
    public const string UnknownEnum = "W_UNKNOWN_ENUM";

    /// <summary>A time that cannot be read; the post has none.</summary>
    public const string TimeInvalid = "W_TIME_INVALID";

    /// <summary>Text that PostgreSQL cannot hold was mended; the raw source keeps it.</summary>
    public const string ControlCharacters = "W_CTRL_CHARS";

    /// <summary>A prompt began with the address of a picture, or ended in a switch of the site; shown without.</summary>
    public const string PromptUrlStripped = "W_PROMPT_URL_STRIPPED";

    /// <summary>A text, page or list holds more ids than posts could be made of; both numbers are told.</summary>
    public const string EntriesIgnored = "W_PASSED_BY";

    /// <summary>A fact stands in a form that is not known; the post went in without it.</summary>
    public const string UnknownFormat = "W_UNKNOWN_FIELD";

    /// <summary>Posts were picked out of a file of a make that is not known.</summary>
    public const string Heuristic = "W_HEURISTIC";

    /// <summary>Answers in a recording came without their content.</summary>
    public const string HarNoBody = "W_HAR_NO_BODY";

    /// <summary>A page of the public feed in a recording; posts of strangers are not taken in unasked.</summary>
    public const string HarPublicFeed = "W_HAR_PUBLIC_FEED";

    /// <summary>A recording holds log-in data; none of it was kept.</summary>
    public const string HarSecrets = "W_HAR_SECRETS";

    /// <summary>An account export knows no lineage, likes or addresses.</summary>
    public const string ExportFlat = "W_EXPORT_FLAT";

    /// <summary>A stock asset that the maker copies into every account; left out.</summary>
    public const string StockAsset = "W_STOCK_ASSET";

    /// <summary>A deleted asset; left out.</summary>
    public const string Deleted = "W_DELETED";

    /// <summary>A file of an archive that is neither an export nor media; left out.</summary>
    public const string FileSkipped = "W_FILE_SKIPPED";

    /// <summary>True for the codes that speak of a whole file and not of one item in it.</summary>
    public static bool IsFileLevel(string code) => code is Empty or NotJson or Truncated or UnknownShape or Unreadable or TooLarge
        or HtmlChallenge or ApiError or ZipUnsafe or ZipEncrypted or ZipNoBackend or ZipAmbiguous or SensitiveFile or FileSkipped
        or EntriesIgnored or HarNoBody or HarPublicFeed or HarSecrets;
}
