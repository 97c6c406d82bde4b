namespace Sovia.Culling;

/// <summary>The verdict on a post while culling.</summary>
public enum CullVerdict
{
    /// <summary>No verdict, or a revoked one.</summary>
    None,

    /// <summary>Keep the post as a pick.</summary>
    Pick,

    /// <summary>Move the post to the trash.</summary>
    Reject,
}
