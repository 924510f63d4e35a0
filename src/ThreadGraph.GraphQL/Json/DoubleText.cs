using System.Globalization;

namespace ThreadGraph.GraphQL.Json;

/// <summary>
/// Writes doubles as <c>JSON.stringify</c> does, so that a response has the bytes that other GraphQL servers send: the
/// shortest digits that read back as the same number, an exponent only below 1e-6 and from 1e21 on.
/// </summary>
/// <remarks>ECMAScript, "Number::toString"; the digits are .NET's, which are the same, and only their layout differs.</remarks>
internal static class DoubleText
{
    /// <summary>Room that every number fits in, in bytes.</summary>
    public const int MaxLength = 32;

    private const int MostDigits = 17;
    private const int MostIntegerDigits = 21;
    private const int MostLeadingZeros = 5;

    /// <summary>Writes a finite number; answers how many bytes were written.</summary>
    public static int Format(double value, Span<byte> target)
    {
        if (value == 0)
        {
            // The sign of a negative zero is not written.
            target[0] = (byte)'0';
            return 1;
        }

        value.TryFormat(target, out var written, default, CultureInfo.InvariantCulture);
        var exponentAt = target[..written].IndexOf((byte)'E');
        return exponentAt < 0 ? written : Relay(target, target[..written], exponentAt);
    }

    /// <summary>Lays out <c>-d.dddE+xx</c> anew.</summary>
    private static int Relay(Span<byte> target, ReadOnlySpan<byte> scientific, int exponentAt)
    {
        var exponent = int.Parse(scientific[(exponentAt + 1)..], CultureInfo.InvariantCulture);
        Span<byte> digits = stackalloc byte[MostDigits];
        var count = 0;
        foreach (var character in scientific[..exponentAt])
        {
            if (character is >= (byte)'0' and <= (byte)'9')
            {
                digits[count++] = character;
            }
        }

        digits = digits[..count];
        var output = new Writer(target);
        if (scientific[0] == '-')
        {
            output.Write((byte)'-');
        }

        if (exponent is >= 0 and < MostIntegerDigits)
        {
            WriteInteger(digits, exponent + 1, ref output);
        }
        else if (exponent < 0 && -exponent - 1 <= MostLeadingZeros)
        {
            output.Write("0."u8);
            output.Repeat((byte)'0', -exponent - 1);
            output.Write(digits);
        }
        else
        {
            WriteExponential(digits, exponent, ref output);
        }

        return output.Length;
    }

    private static void WriteInteger(scoped ReadOnlySpan<byte> digits, int integerDigits, ref Writer output)
    {
        output.Write(digits[..Math.Min(integerDigits, digits.Length)]);
        output.Repeat((byte)'0', integerDigits - digits.Length);
        if (digits.Length > integerDigits)
        {
            output.Write((byte)'.');
            output.Write(digits[integerDigits..]);
        }
    }

    private static void WriteExponential(scoped ReadOnlySpan<byte> digits, int exponent, ref Writer output)
    {
        output.Write(digits[0]);
        if (digits.Length > 1)
        {
            output.Write((byte)'.');
            output.Write(digits[1..]);
        }

        output.Write((byte)'e');
        output.Write(exponent < 0 ? (byte)'-' : (byte)'+');
        output.Write(Math.Abs(exponent));
    }

    private ref struct Writer(Span<byte> target)
    {
        private readonly Span<byte> _target = target;

        public int Length { get; private set; }

        public void Write(byte character) => _target[Length++] = character;

        public void Write(scoped ReadOnlySpan<byte> characters)
        {
            characters.CopyTo(_target[Length..]);
            Length += characters.Length;
        }

        public void Write(int number)
        {
            number.TryFormat(_target[Length..], out var written, default, CultureInfo.InvariantCulture);
            Length += written;
        }

        public void Repeat(byte character, int times)
        {
            for (var i = 0; i < times; i++)
            {
                Write(character);
            }
        }
    }
}
