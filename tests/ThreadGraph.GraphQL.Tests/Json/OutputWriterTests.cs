using System.Buffers;
using System.Text;
using ThreadGraph.GraphQL.Json;

namespace ThreadGraph.GraphQL.Tests.Json;

public sealed class OutputWriterTests
{
    [Theory]
    [InlineData(1, 27)]
    [InlineData(4, 7)]
    [InlineData(8, 4)]
    [InlineData(64, 1)]
    public void Pieces_stand_in_order_whatever_room_the_output_gives(int room, int advances)
    {
        var output = new Output(room);
        var writer = new OutputWriter(output);

        writer.Write("abc"u8);
        writer.Write(""u8);
        writer.Write("de"u8);
        writer.Write("fghijklmnopqrstuvwxyz"u8);
        writer.Write("0"u8);
        writer.Flush();
        writer.Flush();

        output.Text.ShouldBe("abcdefghijklmnopqrstuvwxyz0");
        writer.Length.ShouldBe(27);
        output.Advances.ShouldBe(advances);
    }

    [Fact]
    public void Without_an_output_pieces_are_counted()
    {
        var writer = new OutputWriter(null);

        writer.Write("abc"u8);
        writer.Write("de"u8);
        writer.Flush();

        writer.Length.ShouldBe(5);
    }

    [Fact]
    public void Room_is_asked_for_as_far_as_it_is_needed()
    {
        var output = new Output(70_000);
        var writer = new OutputWriter(output, expected: 100_000);

        writer.Write(new byte[90_000]);
        writer.Write(new byte[10_000]);
        writer.Flush();

        output.Asked.ShouldBe([65_536, 30_000]);
    }

    /// <summary>An output of so many bytes at once.</summary>
    private sealed class Output(int room) : IBufferWriter<byte>
    {
        private readonly StringBuilder _text = new();
        private readonly byte[] _bytes = new byte[room];

        public string Text => _text.ToString();

        public int Advances { get; private set; }

        public List<int> Asked { get; } = [];

        public void Advance(int count)
        {
            _text.Append(Encoding.ASCII.GetString(_bytes, 0, count));
            Advances++;
        }

        public Memory<byte> GetMemory(int sizeHint = 0) => _bytes;

        public Span<byte> GetSpan(int sizeHint = 0)
        {
            Asked.Add(sizeHint);
            return _bytes;
        }
    }
}
