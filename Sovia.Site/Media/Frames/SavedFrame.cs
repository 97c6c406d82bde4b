namespace Sovia.Media.Frames;

/// <summary>A video frame that was saved as an image.</summary>
/// <param name="PostId">ID of the image's post.</param>
/// <param name="IsNew">False if the frame was already saved.</param>
public sealed record SavedFrame(Guid PostId, bool IsNew);
