using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Demo;

/// <summary>IM threads about what a message can carry: attachments, types, text.</summary>
internal static class DemoContents
{
    /// <summary>Every kind of upstream.md 7.3: message type and attachment.</summary>
    internal static readonly (int Type, string? Attachment)[] Kinds =
    [
        (1, """{"name":"pic.jpg","url":"https://n.example/"""
            + """pic.jpg","md5":"98949","ext":"jpg","size":6814,"w":1280,"h":720}"""),
        (1, """{"name":"pic.png","url":"http://n.example/"""
            + """pic.png","md5":"a2f1","ext":"png","size":"20480","width":"640","height":"480"}"""),
        (2, """{"url":"https://n.example/voice.aac","md5":"87b94","ext":"aac","size":16420,"dur":4551}"""),
        (2, """{"name":"voice.mp3","url":"https://n.example/"""
            + """voice.mp3","md5":"b1","ext":"mp3","size":9000,"duration":"1200"}"""),
        (3, """{"name":"clip.mp4","url":"https://n.example/"""
            + """clip.mp4","md5":"da2ce","ext":"mp4","size":16420432,"dur":8003,"w":36,"h":48}"""),
        (3, """{"name":"clip.mov","url":"https://n.example/"""
            + """clip.mov","md5":"c3","ext":"mov","size":5000000000,"duration":3600000,"width":1920,"height":1080}"""),
        (4, """{"title":"杭州市滨江区网商路599号","lat":30.1852,"lng":120.1897}"""),
        (4, """{"title":"Null Island","lat":"0","lng":"-0.5"}"""),
        (6, """{"name":"report.pdf","url":"https://n.example/report.pdf","md5":"79d62","ext":"pdf","size":39916}"""),
        (6, """{"name":"数据.csv","url":"https://n.example/"""
            + """data.csv","size":"12","force_upload":true,"sen":"nim_default_im"}"""),
        (10, null),
        (100, """{"type":"poll","question":"Lunch?","options":["noodles","rice"],"ref":9223372036854775807}"""),
        (100, """["a","list",{"nested":[1,2,3]},null,true,1.5]"""),
        (100, "sticker:wave;size=large"),
        (100, """{"broken":"json" """),
        (5, """{"id":0,"data":{"tinfo":{"1":"4100200300"},"uinfos":[{"1":"bob","3":"Bob"}],"ids":["bob"]}}"""),
        (5, """{"id":403,"data":{"tinfo":{"1":"5100200300","3":"Town hall"},"uinfos":[],"id":"5100200300"}}"""),
        (1, """{}"""),
        (1, "\"{\\\"url\\\":\\\"https://n.example/e.gif\\\",\\\"ext\\\":\\\"gif\\\",\\\"w\\\":16,\\\"h\\\":16}\""),
        (12, """{"channel":"1790438","type":1,"status":1,"durations":[{"accid":"alice","duration":42}]}"""),
    ];

    public static ThreadScript Attachments()
    {
        var script = new ThreadScript(DemoThreads.Attachments, "Everything you can attach");
        foreach (var (type, attachment) in Kinds)
        {
            var text = type == 10 ? "A tip: the text is all there is." : null;
            script.Keep(script.Next(script.Root, text: text) with { Type = type, Attachment = attachment });
        }

        return script;
    }

    public static ThreadScript UnknownTypes()
    {
        var script = new ThreadScript(DemoThreads.UnknownTypes, "Types of messages and clients");
        foreach (var clientType in (int[])[1, 2, 4, 8, 16, 32, 64, 65, 0, 999])
        {
            var reply = script.Next(script.Root, text: $"Sent by client type {clientType}.");
            script.Keep(reply with { ClientType = clientType });
        }

        foreach (var type in (int[])[7, 11, 12, 4711])
        {
            script.Keep(script.Next(script.Root, text: $"Message type {type}.") with
            {
                Type = type,
                SubType = type,
                Attachment = """{"of":"an unknown kind"}""",
                Extension = """{"trace":"x-1","weight":9007199254740993}""",
            });
        }

        return script;
    }

    public static ThreadScript Unicode()
    {
        var script = new ThreadScript(DemoThreads.Unicode, "周五的发布会准备好了吗?🎉");
        SandboxMessage parent = script.Root;
        foreach (var text in (string[])
        [
            "准备好了 👍🏽", "👨‍👩‍👧‍👦 一家人都来", "日本語と한국어とไทย", "שלום, مرحبا", "e\u0301 is not é",
            "Quotes \" and \\ and / and <b>&amp;</b>", "Line one\nline two\r\n\tindented",
            "\u0001 control \u001f \u007f",
            "𠮷野家 𝒳 🇨🇳", "\u2028 and \u2029 and \ufeff",
        ])
        {
            parent = script.Say(parent, text: text);
        }

        return script;
    }
}
