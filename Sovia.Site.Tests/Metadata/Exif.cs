using System.Text;

namespace Sovia.Tests.Metadata;

/// <summary>A TIFF structure with one directory and, behind it, the Exif one.</summary>
internal sealed class Exif
{
    private readonly List<(int Tag, int Kind, byte[] Value)> _first = [];
    private readonly List<(int Tag, int Kind, byte[] Value)> _inner = [];

    public Exif Description(string text) => Ascii(0x010E, text);

    public Exif Make(string text) => Ascii(0x010F, text);

    public Exif Model(string text) => Ascii(0x0110, text);

    public Exif Software(string text) => Ascii(0x0131, text);

    public Exif Artist(string text) => Ascii(0x013B, text);

    public Exif XpComment(string text) => Add(_first, 0x9C9C, 1, Encoding.Unicode.GetBytes(text + '\0'));

    public Exif Comment(string text) => Comment("ASCII\0\0\0", Bytes.Utf8(text));

    public Exif Comment(string set, byte[] text) => Add(_inner, 0x9286, 7, Bytes.Concat(Bytes.Latin1(set), text));

    public byte[] Build(bool bigEndian = false)
    {
        var withInner = _inner.Count == 0 ? _first : [.. _first, (0x8769, 4, Number(bigEndian, (uint)Length(8, _first, extra: 1)))];
        var first = Directory(bigEndian, 8, withInner);
        return Bytes.Concat(bigEndian ? "MM\0*"u8.ToArray() : "II*\0"u8.ToArray(), Number(bigEndian, 8), first, _inner.Count == 0 ? []
            : Directory(bigEndian, 8 + first.Length, _inner));
    }

    private Exif Ascii(int tag, string text) => Add(_first, tag, 2, Bytes.Utf8(text + '\0'));

    private Exif Add(List<(int, int, byte[])> directory, int tag, int kind, byte[] value)
    {
        directory.Add((tag, kind, value));
        return this;
    }

    private static int Length(int at, List<(int Tag, int Kind, byte[] Value)> entries, int extra) =>
        at + 2 + (entries.Count + extra) * 12 + 4 + entries.Sum(entry => entry.Value.Length > 4 ? entry.Value.Length : 0);

    private static byte[] Directory(bool bigEndian, int at, List<(int Tag, int Kind, byte[] Value)> entries)
    {
        var values = at + 2 + entries.Count * 12 + 4;
        List<byte[]> table = [Short(bigEndian, entries.Count)], behind = [];
        foreach (var (tag, kind, value) in entries)
        {
            table.AddRange([Short(bigEndian, tag), Short(bigEndian, kind), Number(bigEndian, kind == 4 ? 1 : (uint)value.Length)]);
            table.Add(value.Length > 4 ? Number(bigEndian, (uint)values) : [.. value, .. new byte[4 - value.Length]]);
            if (value.Length <= 4) continue;
            behind.Add(value);
            values += value.Length;
        }

        return Bytes.Concat([.. table, [0, 0, 0, 0], .. behind]);
    }

    private static byte[] Short(bool bigEndian, int number) => bigEndian ? Bytes.Big16(number) : [(byte)number, (byte)(number >> 8)];

    private static byte[] Number(bool bigEndian, uint number) => bigEndian ? Bytes.Big(number) : Bytes.Little(number);
}
