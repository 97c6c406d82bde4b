namespace Sovia.Culling;

/// <summary>What was decided about a post while culling.</summary>
public enum CullVerdict
{
    /// <summary>Nothing, or nothing any more.</summary>
    None,

    /// <summary>It is one of the good ones.</summary>
    Pick,

    /// <summary>It goes to the trash.</summary>
    Reject,
}
