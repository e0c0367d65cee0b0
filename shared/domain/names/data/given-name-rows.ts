/**
 * Customary Russian given names, one a line: the passport form, other Russian forms, then equivalents in other languages
 * that a sound key does not find. Юрий and Георгий stay apart although both descend from one name: documents keep them
 * apart. Pet names are left out: one serves several names.
 */
export const givenNameRows = {
  m: `
Абрам Авраам Abraham
Адам Adam
Александр Alexander Aleksander Alexandre Alejandro Alessandro Aleksandar Oleksandr Олександр
Алексей Alexey Alexei Alexis Alexej Oleksii Alexius
Альберт Albert
Анатолий Anatole Anatol
Андрей Andrew Andre André Andreas Andrea Andres Andrzej Andrii Андрій Ondrej
Антон Anthony Antony Antoine Antonio Anton Antonius
Аркадий Arkady
Арсений Arseny
Арсен Arsen
Артём Artem Artyom
Артур Arthur Arturo
Афанасий Athanasius
Ахмед Ahmed Akhmed
Богдан Bogdan
Борис Boris
Вадим Vadim
Валентин Valentin Valentine
Валерий Valery Valerius Valerii
Василий Basil Vasily Wassily Vassili Vasile Vasyl
Вениамин Benjamin Veniamin
Виктор Victor Viktor
Виталий Vitaly Vitalius
Владимир Vladimir Wladimir Volodymyr Waldemar
Владислав Vladislav Wladyslaw
Влад Vlad
Всеволод Vsevolod
Вячеслав Vyacheslav Viacheslav Wjatscheslaw Venceslas
Гавриил Gabriel Gavriil
Геннадий Gennady Gennadi
Георгий George Georgy Georg Georges Jorge Giorgio Heorhii
Герман Herman Hermann German
Глеб Gleb
Григорий Gregory Grigory Gregor Gregoire Gregorio Hryhorii
Давид David Davit
Даниил Данил Данила Daniel Daniil Danil Danila
Денис Denis Dennis Denys
Дмитрий Dmitry Dimitri Dmitri Demetrius Dmytro Dimitry Dimitrij Dmitrij
Евгений Eugene Evgeny Eugen Eugenio Eugène Yevhen
Егор Egor Yegor
Ефим Efim Yefim
Захар Zakhar
Иван Ivan Iwan
Игнат Игнатий Ignat Ignatius
Игорь Igor Ihor
Илья Ilya Elijah Elias Ilia
Иннокентий Innokenty
Иосиф Осип Joseph Josef Iosif Jose
Карл Charles Karl Carl
Кирилл Cyril Kirill Cyrill
Константин Constantine Konstantin Constantin
Клим Clement Klim
Кузьма Cosmas Kuzma
Лев Lev Leo
Леонид Leonid Leonidas
Леонтий Leonty
Лука Luke Luka Lucas
Макар Makar
Максим Maxim Maksim Maxime Maximus
Марат Marat
Марк Mark Marcus Marc
Матвей Matthew Matvey Matvei
Мирон Miron
Михаил Michael Mikhail Michail Mijail Mikhaïl Michel Miguel Mihail Michał Mykhailo Mihai
Никита Nikita
Николай Nicholas Nikolay Nicolas Nikolaus Nicolai Nikolai Nicolaus Mykola
Олег Oleg Oleh
Остап Ostap
Павел Paul Pavel Pablo Paolo Pawel Pavlo
Пётр Peter Pyotr Petr Piotr Pierre Pedro Petro Petrus
Роберт Robert
Родион Rodion
Роман Roman
Рудольф Rudolf Rudolph
Руслан Ruslan
Рустам Rustam
Прохор Prokhor
Савва Savva
Савелий Savely
Семён Simeon Semyon Semen Semion
Сергей Sergey Sergei Serge Sergius Sergio Serhii Serguei Sergej
Станислав Stanislav Stanislaw Stanislas
Степан Stephen Stepan Stefan Steven Stephan
Святослав Svyatoslav Sviatoslav
Тарас Taras
Тихон Tikhon
Трофим Trofim
Тимофей Timothy Timofey Timofei
Тимур Timur
Фёдор Theodore Fyodor Fedor Theodor Fiodor Feodor
Феликс Felix
Фома Thomas Foma
Филипп Philip Philipp Filipp Philippe Felipe
Эдуард Edward Eduard Edouard Eduardo
Эмиль Emil Emile
Юлий Julius Yuly
Юрий Yuri Yury Iurii Juri Youri
Яков Jacob Yakov Iakov Jakob Jacques
Ян Jan
Ярослав Yaroslav Jaroslav Iaroslav Jaroslaw`,
  f: `
Агата Agatha
Аида Aida
Александра Alexandra Aleksandra Alessandra
Алёна Alena Alyona
Алина Alina
Алиса Alice Alisa
Алла Alla
Анастасия Anastasia Anastasiya Anastasija Anastassia Anastacia
Ангелина Angelina
Анжела Анжелика Angela Angelica
Анна Anna Anne Ann Hanna Ана
Антонина Antonina
Арина Arina
Белла Bella
Валентина Valentina
Валерия Valeria Valerie
Варвара Barbara Varvara
Василиса Vasilisa
Вера Vera
Вероника Veronica Veronika
Виктория Victoria Viktoria Viktoriya Wiktoria
Галина Galina Halyna
Дарья Дария Daria Darya
Диана Diana
Ева Eve Eva
Евгения Eugenia Evgenia Yevgeniya
Екатерина Catherine Ekaterina Katherine Catharine Katharina Yekaterina Katarina Caterina Jekaterina
Елена Helen Helena Elena Yelena Jelena Helene Hélène Ellen Olena
Елизавета Elizabeth Elizaveta Elisabeth Yelizaveta Elisaveta Jelisaweta
Жанна Jeanne Zhanna Joan
Зинаида Zinaida
Зоя Zoe Zoya Zoia
Инга Inga
Инна Inna
Ирина Irene Irina Irena Iryna Irène
Карина Karina
Кира Kira Kyra
Клавдия Claudia Klavdia
Кристина Christina Kristina Cristina Christine
Ксения Xenia Ksenia Kseniya Xeniya
Лариса Larisa Larissa
Лидия Lydia Lidia Lidiya
Лилия Lilia Liliya
Любовь Lyubov Liubov Ljubow Lubov
Людмила Ludmila Lyudmila Liudmila Ljudmila Ludmilla
Маргарита Margaret Margarita Margaretha
Марианна Marianna
Марина Marina
Мария Марья Maria Mary Mariya Mariia Marija Marie Maryam
Надежда Nadezhda Nadejda Nadeschda
Наталья Наталия Natalia Natalya Natalie Nathalie Nataliya Natalija
Нина Nina
Оксана Oksana Oxana
Олеся Olesya
Ольга Olga Olha Helga
Полина Polina Paulina
Раиса Raisa
Регина Regina
Римма Rimma
Светлана Svetlana Swetlana Svitlana
Софья София Sofia Sophia Sofya Sophie Sofija
Таисия Taisia
Тамара Tamara
Татьяна Tatiana Tatyana Tatjana Tetiana
Ульяна Ulyana Uliana
Эльвира Elvira
Эмма Emma
Юлиана Yuliana Juliana
Юлия Julia Yulia Yuliya Iuliia Julie Juliya Giulia
Яна Yana Jana`,
} as const;
