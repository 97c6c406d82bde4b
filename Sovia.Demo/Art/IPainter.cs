using NetVips;

namespace Sovia.Demo.Art;

/// <summary>Knows how to draw one kind of picture in endless variations. Another kind is another painter.</summary>
internal interface IPainter
{
    /// <summary>How its drawings are finished.</summary>
    FinishStyle FinishStyle { get; }

    /// <summary>Draws a sheet: three bands of eight bits, of exactly its size. The caller disposes it.</summary>
    Image Paint(PaintContext paintContext);
}
