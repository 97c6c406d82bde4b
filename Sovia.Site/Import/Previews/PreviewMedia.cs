namespace Sovia.Import.Previews;

/// <summary>Where the bytes of a hand-over's posts are, in posts.</summary>
public sealed record PreviewMedia
{
    /// <summary>On this machine already.</summary>
    public int Here { get; init; }

    /// <summary>In the hand-over itself.</summary>
    public int Coming { get; init; }

    /// <summary>On hosts that serve anybody.</summary>
    public int Public { get; init; }

    /// <summary>On hosts that ask for the account's cookies.</summary>
    public int Cookie { get; init; }

    /// <summary>Nobody says where.</summary>
    public int Nowhere { get; init; }

    /// <summary>Pictures, clips and sounds in the hand-over, also those of no post in it.</summary>
    public int Files { get; init; }

    /// <summary>Posts whose bytes have to be brought home yet.</summary>
    public int Missing => Public + Cookie + Nowhere;
}
