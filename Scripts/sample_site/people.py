"""Flat portraits of people, from the hair behind to the glasses in front."""

import math

from canvas import COLOURS, Canvas


class Person(Canvas):
    """A face with shoulders."""

    def subject(self):
        self.hair_behind()
        self.body()
        if self.scene == "hijab":
            self.hijab()
        else:
            self.block(43, 54, 57, 75, 4, self.darker(self.skin, 0.12))
            self.chord(50, 71.8, 9.6, 7, 0, 180, self.darker(self.skin, 0.12))
            for x in (32.5, 67.5) if self.scene != "bob" else ():
                self.oval(x, 47, 3.4, 4.6, self.darker(self.skin, 0.08))
            self.oval(50, 46, 17.5, 21.5, self.skin)
            self.beard()
        self.face()
        self.hair_before()
        if "earrings" in self.extras:
            for x in (32, 68):
                self.oval(x, 53.5, 1.7, 1.7, COLOURS["mustard"])

    def body(self):
        cloth = self.clothes
        self.oval(50, 106, 39, 35, cloth)
        if "hoodie" in self.extras:
            self.oval(50, 75, 19, 7.5, self.darker(cloth))
        if "collar" in self.extras:
            self.shape([(39.5, 71.5), (50, 85), (35, 88)], self.lighter(cloth, 0.4))
            self.shape([(60.5, 71.5), (50, 85), (65, 88)], self.lighter(cloth, 0.4))
        if "apron" in self.extras:
            apron = COLOURS["white"] if cloth != COLOURS["white"] else COLOURS["forest"]
            self.block(33, 86, 67, 112, 4, apron)
            self.shape([(34, 89), (38, 74), (41, 74), (38, 89)], apron)
            self.shape([(66, 89), (62, 74), (59, 74), (62, 89)], apron)

    def hair_behind(self):
        hair = self.hair
        if self.scene == "long":
            self.block(28, 22, 72, 86, 21, hair)
        elif self.scene == "bob":
            self.block(26.5, 21, 73.5, 68, 20, hair)
        elif self.scene == "bun":
            self.oval(50, 19, 9, 8.5, hair)
            self.oval(50, 42, 19.5, 21, hair)
        elif self.scene == "pony":
            self.oval(69, 33, 9, 8, hair)
            self.shape([(66, 28), (79, 32), (77, 62), (70, 66), (69, 44)], hair)
            self.oval(73.5, 62, 3.7, 5, hair)
            self.oval(50, 42, 19.5, 21, hair)
        elif self.scene == "afro":
            self.oval(50, 38, 30, 29, hair)
        elif self.scene in ("curly", "perm"):
            reach = 1.0 if self.scene == "curly" else 0.62
            for step in range(25):
                angle = math.pi * (1 - step / 24 * 1.0)
                self.oval(50 + 22 * math.cos(angle), 42 - 21 * math.sin(angle), 8, 8, hair)
            for step in range(int(6 * reach)):
                for side in (-1, 1):
                    self.oval(50 + side * (22 + step % 2 * 2.5), 46 + step * 6, 7.5, 7, hair)

    def hair_before(self):
        hair, scene = self.hair, self.scene
        if scene in ("short", "messy"):
            self.chord(50, 42, 18.8, 20.5, 172, 350, hair)
            if scene == "short":
                self.oval(58, 25.5, 9, 5.6, hair)
                self.oval(45, 24.5, 9, 4.6, hair)
            if scene == "messy":
                for x, y in ((36, 27), (43, 22.5), (51, 21), (59, 23), (65, 29)):
                    self.oval(x, y, 6, 5.2, hair)
        elif scene in ("long", "bun", "pony"):
            self.chord(50, 43, 19.2, 22, 178, 292, hair)
            self.chord(50, 43, 19.2, 22, 262, 362, hair)
        elif scene == "bob":
            self.chord(50, 44, 19.6, 22.5, 188, 352, hair)
        elif scene in ("curly", "perm", "afro"):
            for step in range(7):
                self.oval(35.5 + step * 4.8, 30 - (3.5 if 1 < step < 5 else 0), 5, 4.6, hair)
        elif scene == "cap":
            self.chord(50, 40, 19.5, 21, 180, 360, hair)
            self.block(24, 36.5, 64, 40.8, 2.1, self.darker(hair))
            self.oval(50, 19.2, 1.8, 1.4, self.darker(hair))
        elif scene == "songkok":
            self.block(32, 17, 68, 36, 5, hair)
            self.block(31.5, 31, 68.5, 36, 2, self.lighter(hair, 0.14))
        elif scene == "bald":
            for x in (33, 67):
                self.oval(x, 39, 2.6, 6, hair)

    def hijab(self):
        cloth = self.hair
        self.shape([(27, 50), (73, 50), (86, 100), (14, 100)], cloth)
        self.oval(50, 46, 25, 29, cloth)
        self.oval(50, 47.5, 16.6, 20, self.darker(cloth, 0.28))
        self.oval(50, 48.5, 15.8, 19, self.skin)
        self.shape([(35, 66), (66, 67), (60, 84), (30, 96)], self.darker(cloth, 0.07))
        self.arc(50, 58, 26, 26, 38, 128, self.darker(cloth), 0.9)
        self.arc(44, 66, 30, 24, 20, 92, self.darker(cloth), 0.9)

    def beard(self):
        if "beard" in self.extras:
            shade = self.hair if self.scene != "cap" else COLOURS["chestnut"]
            self.arc(50, 46, 17.6, 22.4, 2, 178, shade, 3.4)
            self.chord(50, 46, 17.6, 22.4, 27, 153, shade)
            self.oval(50, 57.6, 6.6, 3.4, self.skin)
            self.chord(50, 55.4, 7.4, 2.6, 180, 360, shade)

    def face(self):
        dark = COLOURS["ink"]
        brow = COLOURS["black"] if self.scene in ("hijab", "cap", "songkok") else self.darker(self.hair, 0.3)
        for x in (42.5, 57.5):
            self.oval(x, 48, 1.75, 2.1, dark)
            self.oval(x + 0.6, 47.2, 0.55, 0.6, "#ffffff")
            self.arc(x, 45, 4.2, 3, 205, 335, brow, 1.1)
        flush = self.mixed(self.skin, "#e0525a", 0.24)
        for x in (39.5, 60.5):
            self.oval(x, 54, 3.2, 2.1, flush)
        self.arc(50, 51.5, 2, 2.2, 20, 160, self.darker(self.skin, 0.3), 0.9)
        if "moustache" in self.extras:
            grey = COLOURS["grey"] if self.scene == "bald" else COLOURS["black"]
            self.chord(46.7, 57, 4.2, 2.6, 180, 360, grey)
            self.chord(53.3, 57, 4.2, 2.6, 180, 360, grey)
        lips = self.mixed(self.skin, "#a3243b", 0.55)
        if "smile" in self.extras:
            self.chord(50, 56.5, 5.6, 5.6, 0, 180, lips)
            self.chord(50, 56.5, 4.6, 2.6, 0, 180, "#ffffff")
        else:
            self.arc(50, 55.4, 5, 4, 25, 155, lips, 1.3)
        if "glasses" in self.extras:
            for x in (42.3, 57.7):
                self.arc(x, 48, 5.7, 5.4, 0, 360, COLOURS["cocoa"], 1.0)
            self.arc(50, 48.5, 2.4, 1.8, 190, 350, COLOURS["cocoa"], 1.0)
        if "bindi" in self.extras:
            self.oval(50, 41.5, 1.1, 1.1, COLOURS["brick"])
