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

    /// <summary>No id in the item nor in any of its addresses.</summary>
    public const string NoId = "E_ITEM_NO_ID";

    /// <summary>An address that is not https or not the maker's; the item went in without it.</summary>
    public const string BadUrl = "E_ITEM_BAD_URL";

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

    /// <summary>True for the codes that speak of a whole file and not of one item in it.</summary>
    public static bool IsAboutAFile(string code) => code is Empty or NotJson or Truncated or UnknownShape or Unreadable or TooLarge;
}
