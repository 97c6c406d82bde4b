namespace Sovia.Library.Addresses;

/// <summary>
/// What an address of the maker's leads to, and the id of the post it is about. An id is read only from the place where that kind of address
/// has it: the account's id stands in the same address, and chats have ids of the same form.
/// </summary>
/// <param name="Kind">The kind of address.</param>
/// <param name="Url">The address with its scheme and host; null for a bare id and for what is no address.</param>
/// <param name="Id">The post's id; null where the address has none.</param>
internal readonly record struct PostAddress(AddressKind Kind, string? Url, Guid? Id)
{
    private static readonly char[] Around = ['<', '>', '"', '\'', '`', '“', '”', '‘', '’', '«', '»', '[', ']', '{', '}', '(', '|', '*', '\u200B', '\uFEFF'];
    private static readonly char[] Behind = ['.', ',', ';', ':', '!', '?', '…', '。', '，', '\\'];

    /// <summary>Reads an address or a bare id, with what people put around it.</summary>
    public static PostAddress Read(string? text)
    {
        if (text is null || text.Length > 4096) return default;
        var trimmed = Trimmed(text);
        if (IdText.Of(trimmed) is { } bare) return new(AddressKind.Id, null, bare);
        if (MakerHosts.WithoutScheme(trimmed) is not { } address) return default;
        var (kind, id) = AddressForms.Read(address);
        return new(kind, "https://" + address, id);
    }

    /// <summary>The id of the post that an address or a bare id names, or null.</summary>
    public static Guid? IdOf(string? text) => Read(text).Id;

    /// <summary>True for an address that is worth a word where no post can be made of it.</summary>
    public bool IsNoteworthy => Kind is not (AddressKind.None or AddressKind.Other) || (Kind == AddressKind.Other && IdText.Anywhere().IsMatch(Url!));

    /// <summary>What it leads to, in words for the user.</summary>
    public string Description => Kind switch
    {
        AddressKind.None => "Neither an ID nor a Grok URL.",
        AddressKind.Chat => "The URL of a chat, not of a post.",
        AddressKind.Share => "The URL of a shared chat, not of a post.",
        AddressKind.Project => "The URL of a project or folder, not of a post.",
        AddressKind.Account => "The URL of an account or its picture, not of a post.",
        AddressKind.Media => "The URL of an image or video, without a post ID.",
        AddressKind.Page => "A Grok URL without a post ID.",
        _ => "A Grok URL that is not known to contain a post ID.",
    };

    private static string Trimmed(string text)
    {
        text = text.Trim().Trim(Around).Trim();
        while (true)
        {
            var shorter = text.TrimEnd(Behind).TrimEnd(Around);
            if (shorter.EndsWith(')') && shorter.AsSpan().Count('(') < shorter.AsSpan().Count(')')) shorter = shorter[..^1];
            if (shorter.Length == text.Length) return text;
            text = shorter;
        }
    }
}
