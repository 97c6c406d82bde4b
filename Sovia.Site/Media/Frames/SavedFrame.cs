namespace Sovia.Media.Frames;

/// <summary>A frame of a video that was saved as a still.</summary>
/// <param name="PostId">Its post.</param>
/// <param name="IsNew">False if the frame was already saved.</param>
public sealed record SavedFrame(Guid PostId, bool IsNew);
