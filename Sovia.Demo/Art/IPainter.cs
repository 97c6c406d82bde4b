using NetVips;

namespace Sovia.Demo.Art;

/// <summary>Draws variations of one kind of image. Each kind has its own painter.</summary>
internal interface IPainter
{
    /// <summary>The post-processing of the drawings.</summary>
    FinishStyle FinishStyle { get; }

    /// <summary>Draws an image of exactly the context's size: three bands of eight bits. The caller disposes it.</summary>
    Image Paint(PaintContext paintContext);
}
